/** Names of brands and the like are one when they differ in width, case or outer blanks alone. Source: booking rules, rivals. */
export function sameName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

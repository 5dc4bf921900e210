/** Where a ledger is: the name of a file, or the address of a server. */

/** Is this the address of a server, and not the name of a file? */
export function isServer(place: string): boolean {
  return /^postgres(?:ql)?:\/\//i.test(place);
}

const secrets = ['password', 'sslpassword', 'sslkey', 'sslcert', 'passfile', 'options'];

/** How messages name a ledger: nothing that opens a door is shown. */
export function shownPlace(place: string): string {
  if (!isServer(place)) return place;
  try {
    const url = new URL(place);
    url.password = '';
    for (const secret of secrets) url.searchParams.delete(secret);
    return url.href;
  } catch {
    // What cannot be taken apart is not shown at all but for how it begins.
    return `${place.slice(0, place.indexOf('://'))}://…`;
  }
}

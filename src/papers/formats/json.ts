/** A document as JSON for people and programs: keys in the document's order, two blanks a level, a line end at the end. */
export function formatJson(document: unknown): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

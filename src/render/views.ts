/** Every view, loaded as one when the first is drawn: a file each would cost more in opening than in reading. */
export { drawCard } from './card.js';
export { drawDiagnostics } from './diagnostics.js';
export { drawExplanation } from './explanation.js';
export { drawQuote } from './quote.js';
export { drawGrid } from './schedule.js';

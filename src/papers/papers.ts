/** The papers and their formats, loaded as one when the first is written. */
export { buildContract, rebuildContract } from './contract.js';
export { contractCsv } from './formats/contractCsv.js';
export { quoteCsv } from './formats/quoteCsv.js';
export { quoteMarkdown } from './formats/quoteMarkdown.js';
export { scheduleCsv } from './formats/scheduleCsv.js';
export { gridCsv, gridOf } from './formats/scheduleGrid.js';
export { buildSchedule } from './schedule.js';

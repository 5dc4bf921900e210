import type { Command } from '../command.js';
import { contract } from './contract.js';
import { demo } from './demo.js';
import { explain } from './explain.js';
import { init } from './init.js';
import type { CommandName } from './names.js';
import { quote } from './quote.js';
import { schedule } from './schedule.js';
import { schema } from './schema.js';
import { show } from './show.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

/**
 * Every command. A new one: its file, its line here and in `names.ts`, its transcript. What only some calls need (views,
 * papers, prompts) they import when they need it.
 */
export const commands: Readonly<Record<CommandName, Command>> = {
  init,
  demo,
  show,
  validate,
  quote,
  explain,
  verify,
  contract,
  schedule,
  schema,
};

import type { WayOfSelling } from '../../documents/words.js';
import { hour } from './hour.js';
import { mille } from './mille.js';
import type { Way } from './way.js';
import { day, each, post, session, wave } from './whole.js';

/** Every way of selling. A new one: its file, its line here, its word in `documents/words.ts`. */
export const ways: Readonly<Record<WayOfSelling, Way>> = { hour, day, session, wave, post, each, mille };

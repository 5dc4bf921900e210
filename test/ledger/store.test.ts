import { describe } from '@jest/globals';
import { engines } from '../support/ledger/engines.js';
import { storeSuite } from './store.suite.js';

describe.each(engines)('the ledger on $name', ({ fresh }) => storeSuite(fresh));

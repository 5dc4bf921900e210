import { parentPort, workerData } from 'node:worker_threads';
import type { Setup } from '../src/bulk/setup.js';
import { serve } from '../src/bulk/worker.js';

if (parentPort !== null) serve(parentPort, workerData as Setup);

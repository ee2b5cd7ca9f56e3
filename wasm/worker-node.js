// Runs inside a Node worker thread and answers worker-client-node.js.
import { parentPort } from 'node:worker_threads';

import { load } from './node.js';
import { serve } from './worker-protocol.js';

serve(load, {
  post: (message) => parentPort.postMessage(message),
  listen: (handler) => parentPort.on('message', handler),
});

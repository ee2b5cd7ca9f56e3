// Runs inside a worker and answers worker-client.js.
import { load } from './browser.js';
import { serve } from './worker-protocol.js';

serve(load, {
  post: (message) => self.postMessage(message),
  listen: (handler) => self.addEventListener('message', (event) => handler(event.data)),
});

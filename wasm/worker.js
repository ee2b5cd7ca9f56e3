// Runs inside a worker and answers worker-client.js.
import './dist/khabar.mjs'; // this and the next are browser.js's own: named here they are asked for at once, not one after the other
import './engine.js';
import { load } from './browser.js';
import { serve } from './worker-protocol.js';

serve(load, {
  post: (message) => self.postMessage(message),
  listen: (handler) => self.addEventListener('message', (event) => handler(event.data)),
});

// The built page in a real browser, served from this machine: what a reader does with it, and that nothing leaves it.
//
//   node --test tests/page.test.mjs        builds what is out of date first; CHROMIUM names another browser
import './page/policy.mjs';
import './page/input.mjs';
import './page/documents.mjs';
import './page/facts.mjs';
import './page/review.mjs';
import './page/map.mjs';
import './page/revise.mjs';
import './page/join.mjs';
import './page/words.mjs';
import './page/desk.mjs';
import './page/editing.mjs';
import './page/everyone.mjs';
import './page/firefox.mjs';

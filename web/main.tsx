import './style/page.css';
import { render } from 'preact';
import { warmUp } from './engine/reader';
import { prepareOffline } from './offline/offline';
import { App } from './page/app';
import { loadAhead } from './page/later';
import { startKeeping } from './state/keep';
import { startTheme } from './state/theme';
import { watchRequests } from './trust/watch';

startTheme();
const place = document.getElementById('page')!;
place.textContent = '';
render(<App />, place);
watchRequests();
warmUp([prepareOffline, loadAhead]);
void startKeeping();

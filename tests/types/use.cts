// As use.mts, for require().
import khabar = require('khabar');

const loading: Promise<khabar.Khabar> = khabar.load();
export = loading;

// As use.mts, for require().
import khabar = require('khabar');

import inline = require('khabar/inline');
import client = require('khabar/worker-client');

const loading: Promise<khabar.Khabar> = khabar.load();
const other: Promise<khabar.Khabar> = inline.load();
const worker: client.WorkerClient = client.createWorkerClient({ wasm: inline.wasmBytes() });
export = [loading, other, worker];

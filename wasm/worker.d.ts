// The script that runs inside the worker: imported for its effect, by URL. See worker-client.d.ts.
export {};

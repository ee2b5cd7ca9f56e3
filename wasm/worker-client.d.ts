/**
 * The engine in a worker, so that a page stays responsive.
 *
 *     import { createWorkerClient } from 'khabar/worker-client';
 *     const khabar = createWorkerClient();
 *     const report = await khabar.analyze(text, { published: '2025-03-12', signal, onProgress: (share) => bar(share) });
 *     khabar.close();
 */
import type { AnalyzeOptions, Lexicon, Report, WasmSource } from './index.js';

/** A Worker of the browser or of `node:worker_threads`. */
export interface WorkerLike {
  postMessage(message: unknown): void;
  terminate(): unknown;
}

export interface WorkerClientOptions {
  /**
   * Makes the worker that runs `khabar/worker`. Default: a module worker from this package's own file, in Node a worker thread.
   * Called again after a cancelled or crashed call.
   */
  worker?: () => WorkerLike;
  /** Where khabar.wasm is; bytes and compiled modules are handed over by message. Default: beside the package. */
  wasm?: Exclude<WasmSource, Response> | Promise<Exclude<WasmSource, Response>>;
  lexicons?: readonly Lexicon[];
}

export interface WorkerAnalyzeOptions extends Omit<AnalyzeOptions, 'onProgress'> {
  onProgress?: (share: number) => void;
  /** Stops this call; calls that wait behind it go on in a new worker. */
  signal?: AbortSignal;
}

export interface WorkerClient {
  /** Loads the engine; not needed before `analyze`. */
  ready(): Promise<{ version: string; problems: string[] }>;
  /** As Khabar.analyze, one article at a time in the order of the calls. Rejects where that throws. */
  analyze(text: string | Uint8Array, options?: WorkerAnalyzeOptions): Promise<Report>;
  /** Ends the worker; calls under way reject with an AbortError. */
  close(): void;
}

export function createWorkerClient(options?: WorkerClientOptions): WorkerClient;

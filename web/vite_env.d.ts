/// <reference types="vite/client" />
declare module 'khabar/worker?worker&inline' {
  export default class EngineWorker extends Worker {
    constructor(options?: { name?: string });
  }
}

/// <reference types="vite/client" />
declare module 'khabar/worker?worker&inline' {
  export default class EngineWorker extends Worker {
    constructor(options?: { name?: string });
  }
}
/** pdf.js's own worker, which this page runs inside one of its own. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
/** The outlines of countries, made at build time (web/map/outlines.build.mjs). */
declare module 'virtual:outlines' {
  const topology: import('topojson-specification').Topology<{ countries: import('topojson-specification').GeometryCollection }>;
  export default topology;
}

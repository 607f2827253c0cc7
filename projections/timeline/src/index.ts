export * from './timeline-entries.js';

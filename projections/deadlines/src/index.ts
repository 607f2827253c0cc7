export * from './deadline-rows.js';

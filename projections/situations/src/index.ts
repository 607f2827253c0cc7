export * from './situation-rows.js';

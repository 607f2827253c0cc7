export * from './features.module.js';
export * from './youths/projections.js';

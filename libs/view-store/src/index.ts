export * from './bell.js';
export * from './cursor.js';
export * from './errors.js';
export * from './generations.js';
export * from './port.js';
export * from './rows.js';
export * from './turns.js';

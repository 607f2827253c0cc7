export * from './internship-search-started.js';
export * from './internship-search-ended.js';
export * from './internship-started.js';
export * from './internship-evaluated.js';
export * from './internship-ended.js';

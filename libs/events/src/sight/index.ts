export * from './dropout-risk-signalled.js';
export * from './concern-signalled.js';
export * from './dropped-out.js';
export * from './contact-attempted.js';
export * from './contact-made.js';
export * from './support-declined.js';
export * from './register-matched.js';
export * from './inactivity-explained.js';

export * from './handover-rows.js';

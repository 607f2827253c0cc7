export * from './sqlite-organisation-settings.js';

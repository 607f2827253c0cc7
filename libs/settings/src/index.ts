export * from './organisation-settings.js';

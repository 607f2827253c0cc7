export { SqliteViewStore } from './sqlite-view-store.js';

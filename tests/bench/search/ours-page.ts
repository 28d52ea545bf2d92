export { loadSearch } from '../../../src/search/load.ts';

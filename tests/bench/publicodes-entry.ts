export { default } from 'publicodes';

export { VERSION } from '../application';

import './writing.css';
import {write} from './form.js';

const form = document.querySelector('form[data-writing]');
if (form) {
  write(form);
}

import {battery} from './battery.mjs';

battery('WebKit');

import {battery} from './battery.mjs';

battery('Firefox');

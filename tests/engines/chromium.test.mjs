import {battery} from './battery.mjs';

battery('Chromium');

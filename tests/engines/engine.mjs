// The three browser engines behind one small interface. An engine opens windows; a window has
//   go(url)           loads a page, also from file://
//   run(f, ...args)   calls f, which may return a promise, inside the page
//   press(key)        a key of the keyboard, by its name: 'Tab', 'ArrowRight', 'a'
//   reload()
//   offline()         takes the network away, where the engine can
//   pdf()             prints the page, where the engine can
//   close()
import {existsSync} from 'node:fs';
import {chromium} from './chromium.mjs';
import {firefox} from './firefox.mjs';
import {webkit} from './webkit.mjs';

const firstOf = (...paths) => paths.find((path) => path && existsSync(path));

/** The engines, each with its program on this machine, if it is there. */
export const engines = [
  {name: 'Chromium', start: chromium, program: firstOf(process.env.CHROME_PATH, '/usr/bin/chromium', '/usr/bin/google-chrome')},
  {name: 'Firefox', start: firefox, program: firstOf(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox')},
  {name: 'WebKit', start: webkit, program: firstOf('/usr/bin/xvfb-run') && firstOf(process.env.WEBKIT_DRIVER_PATH, '/usr/bin/WebKitWebDriver')},
];

// WebKitGTK's own driver, spoken to in WebDriver's words: https://www.w3.org/TR/webdriver2/
import {spawn} from 'node:child_process';
import {readdirSync} from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';

const keys = {Tab: '\uE004', Enter: '\uE007', Escape: '\uE00C', Space: ' ', End: '\uE010', Home: '\uE011',
              ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015'};

/** What the driver has not answered in this time it never will. */
const SILENCE_MS = 30_000;

/** The driver fell silent: that says nothing of the page. */
export class Silence extends Error {}

function miniBrowser() {
  const libraries = '/usr/lib';
  for (const architecture of readdirSync(libraries)) {
    const folder = `${libraries}/${architecture}/webkit2gtk-4.1`;
    try {
      if (readdirSync(folder).includes('MiniBrowser')) return `${folder}/MiniBrowser`;
    } catch {
      // Another folder then.
    }
  }
  throw new Error('there is no MiniBrowser of webkit2gtk-4.1 under /usr/lib');
}

let drivers = 0;

export async function webkit(program) {
  const port = 20000 + ((process.pid + 7919 * drivers++) % 20000);
  // Without a graphics card, sharing buffers with one costs a third of all the time.
  const env = {...process.env, WEBKIT_DISABLE_DMABUF_RENDERER: '1'};
  const driver = spawn('xvfb-run', ['-a', '-s', '-screen 0 1280x1024x24', program, '-p', String(port)], {env, stdio: 'ignore', detached: true});
  const close = async () => process.kill(-driver.pid);
  let silent = false;

  async function command(method, path, body) {
    const request = {method, body: body && JSON.stringify(body), signal: AbortSignal.timeout(SILENCE_MS)};
    const {value} = await fetch(`http://127.0.0.1:${port}${path}`, request).then((response) => response.json()).catch((error) => {
      if (error.name !== 'TimeoutError') throw error;
      silent = true;
      throw new Silence(`no answer to ${method} ${path}`);
    });
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  for (let tries = 0; ; ++tries) {
    try {
      await command('GET', '/status');
      break;
    } catch (error) {
      if (tries === 600) throw error;
      await sleep(100);
    }
  }

  const options = {binary: miniBrowser(), args: ['--automation']};
  return {
    async open() {
      const {sessionId} = await command('POST', '/session', {capabilities: {alwaysMatch: {'webkitgtk:browserOptions': options}}});
      const session = `/session/${sessionId}`;
      await command('POST', `${session}/window/rect`, {x: 0, y: 0, width: 1200, height: 900});
      await command('POST', `${session}/timeouts`, {script: 600_000, pageLoad: 120_000});
      const execute = (script, ...args) => command('POST', `${session}/execute/sync`, {script, args});

      /** Asks the page once more where the driver could not read its answer. */
      async function ask(script, ...args) {
        for (let tries = 0; ; ++tries) {
          try {
            return await execute(script, ...args);
          } catch (error) {
            if (tries === 100 || !/parse script result/.test(error.message)) throw error;
            await sleep(100);
          }
        }
      }

      let begun = 0;
      return {
        go: (url) => command('POST', `${session}/url`, {url}),
        // The driver loses answers that come late, so what takes time is begun in the page and asked after; either may be repeated.
        async run(f, ...args) {
          const call = `call${++begun}`;
          let answer = await ask(`
            const [call, args] = arguments;
            if (call in window) return window[call].answer ?? null;
            const asked = window[call] = {};
            const give = (given) => { asked.answer = JSON.stringify(given); };
            const fail = (error) => give({error: String(error)});
            try {
              const value = (${f})(...JSON.parse(args));
              if (value instanceof Promise) value.then((value) => give({value}), fail);
              else give({value});
            } catch (error) {
              fail(error);
            }
            return asked.answer ?? null;`, call, JSON.stringify(args));
          for (let pause = 5; !answer; pause = Math.min(2 * pause, 200)) {
            await sleep(pause);
            answer = await ask('return window[arguments[0]].answer ?? null;', call);
          }
          const {value, error} = JSON.parse(answer);
          if (error) throw new Error(error);
          return value;
        },
        async press(key) {
          const value = keys[key] ?? key;
          const actions = [{type: 'keyDown', value}, {type: 'keyUp', value}];
          await command('POST', `${session}/actions`, {actions: [{type: 'key', id: 'keyboard', actions}]});
        },
        reload: () => command('POST', `${session}/refresh`, {}),
        offline: async () => {},
        pdf: async () => undefined,
        close: async () => silent || command('DELETE', session),
      };
    },
    close,
  };
}

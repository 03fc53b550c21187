import {functions} from './functions.mjs';
import {gradientPass} from './gradient_pass.mjs';
import {products} from './products.mjs';
import {quietMachine} from './quiet.mjs';
import {training} from './training.mjs';

/** Each takes {load, tf, ort, quiet}: an instance of our module by its name, the peers and the gauge; and prints what it measured. */
const parts = {functions, products, training, gradientPass};

/** Runs the parts that are named, or all. */
export async function runParts(chosen, {load, ...others}) {
  const quiet = await quietMachine(load);
  for (const [name, part] of Object.entries(parts)) {
    if (chosen.length && !chosen.includes(name)) continue;
    console.log(`\n${name}`);
    await part({load, quiet, ...others});
  }
  console.log(`\n${quiet.report()}`);
}

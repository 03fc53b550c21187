import {functions} from './functions.mjs';
import {gradientPass} from './gradient_pass.mjs';
import {products} from './products.mjs';
import {training} from './training.mjs';

/** Each takes {load, tf, ort}: an instance of our module by its name, and the peers; and prints what it measured. */
export const parts = {functions, products, training, gradientPass};

// What can be set: how many inputs the layer has that the functions are compared with.

import { choiceOf, type Setting } from "../../page/settings";

export const INPUTS = ["16", "64", "256", "1024"];

export const speedSettings = (): Setting[] => [{ ...choiceOf("inputs", INPUTS), initial: "256" }];

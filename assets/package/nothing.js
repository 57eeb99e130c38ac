// On a server there are no elements to define; and what only brings types has nothing to run.
export {};

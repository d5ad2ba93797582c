/** The version of this Lockstep; coordinator and workers of one job must have the same. */
export const VERSION = '0.1.0';

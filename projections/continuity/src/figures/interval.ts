/** The two-sided 95% point of the normal distribution. */
export const Z_95 = 1.959963984540054;

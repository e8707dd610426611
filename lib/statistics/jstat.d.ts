/** The part of jstat that `distributions.ts` opens; the package ships no types. */
declare module 'jstat' {
  interface Distribution<Parameters extends number[]> {
    inv(probability: number, ...parameters: Parameters): number;
    cdf(value: number, ...parameters: Parameters): number;
  }
  const jstat: {
    normal: Distribution<[mean: number, deviation: number]>;
    studentt: Distribution<[degreesOfFreedom: number]>;
    chisquare: Distribution<[degreesOfFreedom: number]>;
    beta: Distribution<[alpha: number, beta: number]>;
    gammaln(value: number): number;
  };
  export default jstat;
}

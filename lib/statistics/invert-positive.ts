/**
 * The inverse of a symmetric positive definite matrix, such as the information matrix of a regression; null when it is
 * not positive definite, as when one column is made of the others.
 *
 * Method: Cholesky factor L with A = LLᵀ, then L⁻¹ by substitution and A⁻¹ = L⁻ᵀL⁻¹ (Golub and Van Loan, Matrix
 * Computations, ch. 4). Only the lower half is read. Example: [[2, 1], [1, 2]] becomes [[2/3, −1/3], [−1/3, 2/3]].
 */
export function invertPositive(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor = cholesky(matrix);
  if (factor === null) return null;
  const inverse = invertLower(factor);
  return matrix.map((_, i) =>
    matrix.map((_, j) => {
      let sum = 0;
      for (let k = Math.max(i, j); k < matrix.length; k++) sum += at(inverse, k, i) * at(inverse, k, j);
      return sum;
    }),
  );
}

const RELATIVE_ZERO = 1e-12;

function cholesky(matrix: readonly (readonly number[])[]): number[][] | null {
  const factor = matrix.map(() => matrix.map(() => 0));
  for (const [i, row] of factor.entries()) {
    for (let j = 0; j <= i; j++) {
      let rest = at(matrix, i, j);
      for (let k = 0; k < j; k++) rest -= at(factor, i, k) * at(factor, j, k);
      if (j < i) row[j] = rest / at(factor, j, j);
      else if (rest > RELATIVE_ZERO * at(matrix, i, i)) row[i] = Math.sqrt(rest);
      else return null;
    }
  }
  return factor;
}

function invertLower(factor: readonly (readonly number[])[]): number[][] {
  const inverse = factor.map(() => factor.map(() => 0));
  for (const [i, row] of inverse.entries()) {
    for (let j = 0; j <= i; j++) {
      let sum = i === j ? 1 : 0;
      for (let k = j; k < i; k++) sum -= at(factor, i, k) * at(inverse, k, j);
      row[j] = sum / at(factor, i, i);
    }
  }
  return inverse;
}

function at(matrix: readonly (readonly number[])[], row: number, column: number): number {
  return matrix[row]?.[column] ?? 0;
}

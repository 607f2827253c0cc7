// The way in for Nx, which loads this without waiting: `npx nx g ./tools/generators:event-type …`.
import '../lib/typescript.mjs';

export async function eventType(tree, options) {
  return (await import('./event-type/event-type.ts')).generateEventType(tree, options);
}

export async function projection(tree, options) {
  return (await import('./projection/projection.ts')).generateProjection(tree, options);
}

export async function useCase(tree, options) {
  return (await import('./use-case/use-case.ts')).generateUseCase(tree, options);
}

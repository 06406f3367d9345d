import { extensionShapes } from './extension-shapes.ts';
import { definitionShapes } from './openapi-shape.ts';
import { perModel } from './per-model.ts';
import { type ShapeProblem, shapeProblems } from './shape.ts';

/** Where a definition has another shape than an OpenAPI 2.0 document; nothing of what is none, or of what broken JSON has cut off. */
export const definitionProblems = perModel(({ root, connector }): readonly ShapeProblem[] => {
  if (root.swagger === undefined && (root.openapi !== undefined || root.paths === undefined)) return [];
  const isCutOff = connector.definition.problems.some(({ severity }) => severity === 'error');
  const problems = shapeProblems(definitionShapes, 'definition', root, extensionShapes);
  return isCutOff ? problems.filter(({ kind }) => !kind.startsWith('missing')) : problems;
});

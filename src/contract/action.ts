/** What a connector offers under one operation: an extension point, or a chat skill of its own. */
import type { ExtensionPoint, Field } from './extension-point.ts';
import { pascalCase } from './naming.ts';
import { salesChat } from './points/sales-chat.ts';

/** An extension point or a chat skill as a connector answers it: with its path. */
export interface Action {
  /** Id of the extension point, or of the chat skill. */
  readonly id: string;
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly inputs: readonly Field[];
  readonly models: ExtensionPoint['models'];
  readonly envelope: readonly Field[];
  readonly item: readonly Field[];
}

/** A chat skill as its author declares it. Parameters are strings and numbers, no nested objects. */
export interface ChatSkill {
  readonly id: string;
  readonly title: string;
  /** Sales chat chooses the skill by this text. */
  readonly description: string;
  readonly method: 'GET' | 'POST';
  readonly inputs: readonly Field[];
}

/** The action of an extension point; its path may be any (G1). */
export function actionOf(point: ExtensionPoint, path = point.path): Action {
  const { id, operationId, apiDescription, method, inputs, models, envelope, item } = point;
  if (operationId === null || apiDescription === null || method === 'any' || path === null) {
    throw new TypeError(`${id} has no operation of its own: declare a chat skill instead.`);
  }
  const summary = point.title.replace(/ \(.*\)$/, '');
  return { id, operationId, summary, description: apiDescription, method, path, inputs, models, envelope, item };
}

/** The action of a chat skill, answering Adaptive Cards. */
export function actionOfSkill(skill: ChatSkill, path = `/api/chatskills/${skill.id}`): Action {
  const { id, title, description, method, inputs } = skill;
  const { models, envelope, item } = salesChat;
  return { id, operationId: pascalCase(id), summary: title, description, method, path, inputs, models, envelope, item };
}

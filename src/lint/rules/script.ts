/** Custom code: what the platform demands of script.csx, and what it has to do with the definition. */
import { nearestName } from '../../discovery/discovery.ts';
import type { TextFile } from '../../package/text-file.ts';
import { entriesOf, isObject } from '../model/json-object.ts';
import type { PackageModel } from '../model/package-model.ts';
import { codeOf, comparedOperationIds } from '../model/script.ts';
import type { Problem, Rule } from '../rule.ts';

const documentation = 'Use custom code in a custom connector (Microsoft Learn)';

const good = `using System.Net.Http;
// class Other : ScriptBase
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        if (this.Context.OperationId == "scp-get-related-records") Log("new HttpClient()");
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken);
    }
}
`;

type Declared = Omit<Rule, 'group' | 'source' | 'check' | 'good'> & {
  readonly source?: string;
  readonly good?: Rule['good'];
  check(script: TextFile, model: PackageModel): Problem[];
};

const at = (script: TextFile, offset: number, message: string): Problem => ({
  message,
  pointer: '',
  role: 'script',
  place: script.positionOf(offset),
});

const declared: readonly Declared[] = [
  {
    id: 'script-class',
    severity: 'error',
    title: 'The script has the class Script, made from ScriptBase',
    why: 'The platform looks for exactly this class; without it the code is refused. 3 of 85 published scripts.',
    bad: { script: good.replace('class Script :', 'class QuotesScript :') },
    check: (script) =>
      /\bclass\s+Script\s*:\s*(?:[\w.]+\s*,\s*)*ScriptBase\b/.test(codeOf(script.text))
        ? []
        : [at(script, classOffset(script.text), 'The class has to be written: public class Script : ScriptBase.')],
  },
  {
    id: 'script-execute-async',
    severity: 'error',
    title: 'The script overrides ExecuteAsync',
    why: 'It is what the platform calls; without it the class cannot be compiled.',
    bad: { script: good.replace('ExecuteAsync', 'RunAsync') },
    check: (script) =>
      /\boverride\s+(?:async\s+)?[\w.]*Task\s*<\s*[\w.]*HttpResponseMessage\s*>\s+ExecuteAsync\s*\(\s*\)/.test(
        codeOf(script.text).replace(/\basync\s+override\b/g, 'override async'),
      )
        ? []
        : [
            at(
              script,
              classOffset(script.text),
              'The method public override Task<HttpResponseMessage> ExecuteAsync() is missing.',
            ),
          ],
  },
  {
    id: 'script-too-large',
    severity: 'error',
    title: 'The script is smaller than 1 MB',
    why: 'The platform takes no larger one.',
    bad: { script: `${good}//${'x'.repeat(1_048_576)}` },
    check: (script) =>
      script.byteLength >= 1_048_576
        ? [at(script, 0, `The script has ${script.byteLength} bytes; it has to be smaller than 1 MB.`)]
        : [],
  },
  {
    id: 'script-namespace',
    severity: 'warning',
    title: 'The script uses supported namespaces only',
    source: `${documentation}, “Supported namespaces”: these 26`,
    why: 'The platform compiles with a fixed list; others fail there. 6 of 85 published scripts use another one.',
    good: { script: `using static System.Math;\nusing Json = Newtonsoft.Json.Linq.JObject;\n${good}` },
    bad: { script: `using System.Data.SqlClient;\n${good}` },
    check: (script) =>
      [...codeOf(script.text).matchAll(/^[ \t]*using\s+(?!static\b)([A-Za-z_][\w.]{0,200})\s*;/gm)]
        .filter(([, namespace = '']) => !namespaces.has(namespace))
        .map((found) => {
          const message = `The namespace ${found[1]} is not among those that the platform supports. Do without it.`;
          return at(script, found.index, message);
        }),
  },
  {
    id: 'script-http-client',
    severity: 'warning',
    title: 'The script sends by Context.SendAsync',
    why: 'A client of its own goes round the platform: no policy, no log, no time limit. None of 85 published scripts does.',
    bad: { script: good.replace('await this', 'new HttpClient(); await this') },
    check: (script) =>
      [...codeOf(script.text).matchAll(/\bnew\s+HttpClient\s*\(/g)].map(({ index }) =>
        at(script, index, 'A new HttpClient is made here. Send by this.Context.SendAsync.'),
      ),
  },
  {
    id: 'script-operation-unknown',
    severity: 'warning',
    title: 'The operations that the script handles are in the definition',
    why: 'A misspelled operationId is never handled, and nothing says so.',
    bad: { script: good.replace('"scp-get-related-records"', '"scp-get-related-recrods"') },
    check: (script, { operations }) => {
      const ids = operations.flatMap(({ operationId }) => operationId ?? []);
      return comparedOperationIds(script.text)
        .filter(({ operationId }) => ids.length > 0 && !ids.includes(operationId))
        .map(({ operationId, offset }) => {
          const nearest = nearestName(operationId, ids);
          const hint = nearest ? `Is ${nearest} meant?` : 'Remove it, or add the operation.';
          return at(
            script,
            offset,
            `The script handles ${operationId}, which is no operation of the definition. ${hint}`,
          );
        });
    },
  },
  {
    id: 'script-with-gateway',
    severity: 'info',
    title: 'Custom code and the on-premises data gateway do not go together',
    why: 'Calls through a gateway do not run the script.',
    bad: {
      script: good,
      properties: { properties: { connectionParameters: { gateway: { type: 'gatewaySetting' } } } },
    },
    check: (script, { properties }) =>
      entriesOf(properties?.connectionParameters).some(
        ([, value]) => isObject(value) && value.type === 'gatewaySetting',
      )
        ? [at(script, 0, 'The connector has a gateway; its calls do not run this script.')]
        : [],
  },
];

export const scriptRules: readonly Rule[] = declared.map(({ check, ...rule }) => ({
  group: 'package',
  source: documentation,
  good: { script: good },
  ...rule,
  check: (model) => (model.connector.script ? check(model.connector.script, model) : []),
}));

function classOffset(text: string): number {
  return Math.max(0, codeOf(text).search(/\bclass\b/));
}

/** “Supported namespaces” of docs/custom-connectors/write-code.md in microsoft/powerplatform-developerhub: 26, none left out. */
const namespaces = new Set(
  `System System.Collections System.Collections.Generic System.Diagnostics System.IO System.IO.Compression System.Linq
  System.Net System.Net.Http System.Net.Http.Headers System.Net.Security System.Security.Authentication
  System.Security.Cryptography System.Text System.Text.RegularExpressions System.Threading System.Threading.Tasks
  System.Web System.Xml System.Xml.Linq System.Drawing System.Drawing.Drawing2D System.Drawing.Imaging
  Microsoft.Extensions.Logging Newtonsoft.Json Newtonsoft.Json.Linq`.split(/\s+/),
);

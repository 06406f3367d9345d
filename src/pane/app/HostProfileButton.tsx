import { Button, Field, Popover, PopoverSurface, PopoverTrigger, Select, Subtitle2 } from '@fluentui/react-components';
import { OptionsRegular } from '@fluentui/react-icons';
import { hostApi } from '../http/host-api.ts';
import { useChange, useProfile } from '../http/queries.ts';

/** What the host sends otherwise than usual: the switches of the host profile. */
export function HostProfileButton() {
  const { data } = useProfile();
  const change = useChange(hostApi.useProfile);
  return (
    <Popover trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Button appearance="subtle" icon={<OptionsRegular />} aria-label="Host profile" title="Host profile" />
      </PopoverTrigger>
      <PopoverSurface aria-label="Host profile" lang="en">
        <Subtitle2 as="h2">What the host sends</Subtitle2>
        {data &&
          Object.entries(data.switches).map(([name, { description, choices }]) => {
            const value = String(data.profile[name as keyof typeof data.profile]);
            const all = [...new Set([value, ...choices])];
            return (
              <Field key={name} label={name} hint={description}>
                <Select
                  value={value}
                  onChange={(_event, { value: chosen }) =>
                    change.mutate({ ...data.profile, [name]: /^\d+$/.test(chosen) ? Number(chosen) : chosen })
                  }
                >
                  {all.map((choice) => (
                    <option key={choice}>{choice}</option>
                  ))}
                </Select>
              </Field>
            );
          })}
      </PopoverSurface>
    </Popover>
  );
}

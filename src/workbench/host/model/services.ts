import { unknownMember } from '../protocol';
import { HostObject, type OfficeType } from './object';

/** How one call of a function ended. */
export interface InvocationResult {
  readonly id: number;
  readonly ok: boolean;
  /** The value, or the sentence of the error. */
  readonly value: unknown;
  readonly code?: number;
}

interface PlainResult {
  readonly id: number;
  readonly failed?: boolean;
  readonly value: unknown;
  readonly errorCode?: number;
}

/** What the host keeps of the services that are not about the workbook. */
export interface ServiceState {
  /** `Visible` or `Hidden`, as the add-in asked for it. */
  pane: string;
  /** Enabled state of ribbon controls by id. */
  readonly ribbon: Map<string, boolean>;
  /** The runtime of the add-in's functions listens from now on. */
  functionsStarted(): void;
  /** Results that the add-in's functions deliver. */
  deliver(results: readonly InvocationResult[]): void;
}

class StartUpService extends HostObject {
  static readonly type: OfficeType<StartUpService> = {
    name: 'AddinInternalService',
    methods: { NotifyActionHandlerReady: () => undefined },
  };
  readonly officeType = StartUpService.type;
}

class RuntimeService extends HostObject {
  constructor(private readonly state: ServiceState) {
    super();
  }
  static readonly type: OfficeType<RuntimeService> = {
    name: 'AppRuntimeService',
    methods: {
      SetAppRuntimeState: (service, value: string) => {
        service.state.pane = value;
      },
      GetAppRuntimeState: (service) => service.state.pane,
    },
  };
  readonly officeType = RuntimeService.type;
}

class ButtonObject extends HostObject {
  constructor(
    private readonly state: ServiceState,
    private readonly id: string,
  ) {
    super();
  }
  static readonly type: OfficeType<ButtonObject> = {
    name: 'RibbonButton',
    scalars: {
      Enabled: {
        get: (button) => button.state.ribbon.get(button.id) ?? true,
        set: (button, value: boolean) => void button.state.ribbon.set(button.id, value),
      },
    },
  };
  readonly officeType = ButtonObject.type;
}

class RibbonService extends HostObject {
  constructor(private readonly state: ServiceState) {
    super();
  }
  static readonly type: OfficeType<RibbonService> = {
    name: 'DynamicRibbon',
    methods: {
      GetTab: (service, id: string) => new ButtonObject(service.state, id),
      GetButton: (service, id: string) => new ButtonObject(service.state, id),
    },
  };
  readonly officeType = RibbonService.type;
}

class FunctionsService extends HostObject {
  constructor(private readonly state: ServiceState) {
    super();
  }
  static readonly type: OfficeType<FunctionsService> = {
    name: 'CustomFunctions',
    methods: {
      _SetOsfControlContainerReadyForCustomFunctions: (service) => service.state.functionsStarted(),
      _GetEnabledFeatures: () => [],
      SetInvocationResults: (service, results: readonly PlainResult[]) =>
        service.state.deliver(
          results.map(({ id, failed, value, errorCode }) => ({ id, ok: !failed, value, code: errorCode })),
        ),
      SetInvocationArrayResults: (service, results: readonly [number, boolean, unknown, number?][]) =>
        service.state.deliver(results.map(([id, ok, value, code]) => ({ id, ok, value, code }))),
    },
  };
  readonly officeType = FunctionsService.type;
}

/** A service of the host by the name under which the client asks for it. */
export function serviceByName(name: string, state: ServiceState): HostObject {
  switch (name) {
    case 'Microsoft.InternalService.AddinInternalService':
      return new StartUpService();
    case 'Microsoft.AppRuntime.AppRuntimeService':
      return new RuntimeService(state);
    case 'Microsoft.DynamicRibbon.DynamicRibbon':
      return new RibbonService(state);
    case 'Microsoft.ExcelServices.CustomFunctions':
      return new FunctionsService(state);
    default:
      throw unknownMember('service', name);
  }
}

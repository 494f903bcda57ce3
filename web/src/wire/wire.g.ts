// Written by server/Workshop.WireTypes from the records of Workshop.Core. Not to be edited.

export interface Ack {
  readonly id: string;
  readonly seq?: number;
  readonly outcome?: string;
  readonly rejection?: Rejection;
}

export type ActivityId = string & { readonly of: 'ActivityId' };

export interface ActivityRecord {
  readonly type: 'activity';
  readonly id: string;
  readonly activity: ActivityId;
  readonly number: number;
  readonly title: Text;
  readonly minutes: number;
  readonly settings: ActivitySettings;
  readonly status: ActivityStatus;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly source?: ActivityId;
}

export type ActivitySettings =
  | BrainstormSettings
  | SwotSettings
  | ClusteringSettings
  | VoteSettings
  | PlanSettings;

export type ActivityStatus = 'planned' | 'open' | 'closed';

export interface AddAction {
  readonly type: 'addAction';
  readonly objective: PlanLineId;
  readonly text: NewText;
  readonly cards?: readonly CardId[];
}

export interface AddActivity {
  readonly type: 'addActivity';
  readonly title: NewText;
  readonly minutes: number;
  readonly settings: ActivitySettings;
  readonly after?: ActivityId;
}

export interface AddCard {
  readonly type: 'addCard';
  readonly activity: ActivityId;
  readonly section?: string;
  readonly text: string;
  readonly language?: string;
}

export interface AddObjective {
  readonly type: 'addObjective';
  readonly text: NewText;
}

export interface AdoptPriorities {
  readonly type: 'adoptPriorities';
  readonly vote: ActivityId;
  readonly selected: readonly ClusterId[];
}

export interface AdoptedPriority {
  readonly item: ClusterId;
  readonly rank: number;
  readonly name: Text;
  readonly dots: number;
  readonly voters: number;
  readonly objective?: PlanLineId;
}

export interface Ambient {
  readonly view: string;
  readonly put: readonly Rec[];
  readonly drop: readonly string[];
}

export type Attendance = 'present' | 'left';

export interface BallotsRecord {
  readonly type: 'ballots';
  readonly id: string;
  readonly activity: ActivityId;
  readonly ballots: number;
}

export interface Band {
  readonly id: string;
  readonly groups: readonly GroupId[];
  readonly electors: number;
}

export interface BrainstormSettings {
  readonly kind: 'brainstorm';
}

export type CardId = string & { readonly of: 'CardId' };

export interface CardRecord {
  readonly type: 'card';
  readonly id: string;
  readonly card: CardId;
  readonly activity: ActivityId;
  readonly number: string;
  readonly section?: string;
  readonly rank: string;
  readonly text: Text;
  readonly author?: PersonId;
  readonly status: CardStatus;
  readonly reason?: string;
}

export type CardStatus = 'active' | 'parked' | 'hidden' | 'withdrawn';

export interface CastBallot {
  readonly type: 'castBallot';
  readonly activity: ActivityId;
  readonly ballot: string;
  readonly dots: Readonly<Record<ClusterId, number>>;
  readonly editHash: string;
  readonly key?: string;
}

export interface ChangeActivity {
  readonly type: 'changeActivity';
  readonly activity: ActivityId;
  readonly title: NewText;
  readonly minutes: number;
  readonly settings: ActivitySettings;
}

export interface CloseActivity {
  readonly type: 'closeActivity';
  readonly activity: ActivityId;
}

export interface CloseSession {
  readonly type: 'closeSession';
}

export interface CloseVoting {
  readonly type: 'closeVoting';
  readonly activity: ActivityId;
}

export type ClusterId = string & { readonly of: 'ClusterId' };

export interface ClusterRecord {
  readonly type: 'cluster';
  readonly id: string;
  readonly cluster: ClusterId;
  readonly activity: ActivityId;
  readonly number: string;
  readonly name: Text;
  readonly rank: string;
  readonly size: number;
}

export interface ClusteringSettings {
  readonly kind: 'clustering';
  readonly board?: ActivityId;
}

export type Command =
  | CreateWorkshop
  | DescribeWorkshop
  | OpenSession
  | CloseSession
  | AddActivity
  | ChangeActivity
  | MoveActivity
  | RemoveActivity
  | ShowActivity
  | OpenActivity
  | CloseActivity
  | JoinWorkshop
  | LeaveWorkshop
  | ReturnToWorkshop
  | MarkLeft
  | SetVotingRight
  | SetLanguage
  | AddCard
  | EditCard
  | WithdrawCard
  | MoveCard
  | HideCard
  | ParkCard
  | RestoreCard
  | CreateCluster
  | RenameCluster
  | MoveCluster
  | RemoveCluster
  | PlaceCards
  | OpenVoting
  | CastBallot
  | CloseVoting
  | AdoptPriorities
  | DraftObjective
  | AddObjective
  | AddAction
  | EditPlanLine
  | MovePlanLine
  | RemovePlanLine;

export interface CountedBand {
  readonly id: string;
  readonly groups: readonly GroupId[];
  readonly electors: number;
  readonly ballots: number;
}

export interface CreateCluster {
  readonly type: 'createCluster';
  readonly activity: ActivityId;
  readonly name: NewText;
  readonly after?: ClusterId;
  readonly cards?: readonly CardId[];
}

export interface CreateWorkshop {
  readonly type: 'createWorkshop';
  readonly title: NewText;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly groups: readonly NewGroup[];
  readonly facilitatorName: string;
  readonly facilitatorLanguage: string;
}

export interface CutOff {
  readonly select: number;
  readonly tied: boolean;
  readonly decidedBy?: TieBreak;
  readonly dots: number;
  readonly votersAbove: number;
  readonly votersBelow: number;
}

export interface DescribeWorkshop {
  readonly type: 'describeWorkshop';
  readonly title: NewText;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly groups: readonly NewGroup[];
}

export interface DotRule {
  readonly dots: number;
  readonly mostOnOne: number;
  readonly partial: boolean;
  readonly tieBreak: readonly TieBreak[];
  readonly select: number;
  readonly replaceable: boolean;
  readonly smallGroup: number;
}

export interface DraftObjective {
  readonly type: 'draftObjective';
  readonly priority: ClusterId;
}

export interface EditCard {
  readonly type: 'editCard';
  readonly card: CardId;
  readonly text: string;
  readonly language?: string;
  readonly base: number;
}

export interface EditPlanLine {
  readonly type: 'editPlanLine';
  readonly line: PlanLineId;
  readonly text: NewText;
  readonly base: number;
}

export interface ElectorRecord {
  readonly type: 'elector';
  readonly id: string;
  readonly activity: ActivityId;
}

export interface ElectorateRecord {
  readonly type: 'electorate';
  readonly id: string;
  readonly activity: ActivityId;
  readonly electors: readonly PersonId[];
}

export interface Fetch {
  readonly view: string;
  readonly seq: number;
}

export interface Frame {
  readonly view: string;
  readonly prev: number;
  readonly seq: number;
  readonly put: readonly Rec[];
  readonly drop: readonly string[];
}

export type GroupId = string & { readonly of: 'GroupId' };

export interface HereRecord {
  readonly type: 'here';
  readonly id: string;
  readonly people: number;
}

export interface HideCard {
  readonly type: 'hideCard';
  readonly card: CardId;
  readonly reason?: string;
}

/** A moment in ISO 8601. */
export type Instant = string;

export interface JoinWorkshop {
  readonly type: 'joinWorkshop';
  readonly name: string;
  readonly language: string;
  readonly group: GroupId;
}

export interface Joined {
  readonly build: string;
  readonly now: Instant;
  readonly views: readonly string[];
  readonly refused: readonly string[];
}

export interface LeaveWorkshop {
  readonly type: 'leaveWorkshop';
}

export interface MarkLeft {
  readonly type: 'markLeft';
  readonly person: PersonId;
}

export interface MeRecord {
  readonly type: 'me';
  readonly id: string;
  readonly person: PersonId;
  readonly name?: string;
  readonly role: Role;
  readonly group?: GroupId;
  readonly language: string;
  readonly votes: boolean;
  readonly attendance: Attendance;
}

export interface MoveActivity {
  readonly type: 'moveActivity';
  readonly activity: ActivityId;
  readonly after?: ActivityId;
}

export interface MoveCard {
  readonly type: 'moveCard';
  readonly card: CardId;
  readonly section?: string;
  readonly after?: CardId;
}

export interface MoveCluster {
  readonly type: 'moveCluster';
  readonly cluster: ClusterId;
  readonly after?: ClusterId;
}

export interface MovePlanLine {
  readonly type: 'movePlanLine';
  readonly line: PlanLineId;
  readonly parent?: PlanLineId;
  readonly after?: PlanLineId;
}

export interface NewGroup {
  readonly id: GroupId;
  readonly name: NewText;
  readonly votes?: boolean;
}

export interface NewText {
  readonly original: string;
  readonly words: Readonly<Record<string, string>>;
}

export interface OnlineRecord {
  readonly type: 'online';
  readonly id: string;
  readonly people: readonly PersonId[];
}

export interface OpenActivity {
  readonly type: 'openActivity';
  readonly activity: ActivityId;
}

export interface OpenSession {
  readonly type: 'openSession';
}

export interface OpenVoting {
  readonly type: 'openVoting';
  readonly activity: ActivityId;
  readonly without?: readonly PersonId[];
}

export interface ParkCard {
  readonly type: 'parkCard';
  readonly card: CardId;
  readonly reason?: string;
}

export type PersonId = string & { readonly of: 'PersonId' };

export interface PersonRecord {
  readonly type: 'person';
  readonly id: string;
  readonly person: PersonId;
  readonly name?: string;
  readonly group?: GroupId;
  readonly role: Role;
  readonly votes?: boolean;
  readonly language?: string;
  readonly attendance?: Attendance;
  readonly elector?: boolean;
}

export type Phase = 'preparing' | 'open' | 'closed';

export interface PlaceCards {
  readonly type: 'placeCards';
  readonly activity: ActivityId;
  readonly cards: readonly CardId[];
  readonly cluster?: ClusterId;
  readonly after?: CardId;
}

export interface PlacementRecord {
  readonly type: 'placement';
  readonly id: string;
  readonly activity: ActivityId;
  readonly card: CardId;
  readonly cluster: ClusterId;
  readonly rank: string;
}

export type PlanLineId = string & { readonly of: 'PlanLineId' };

export type PlanLineKind = 'objective' | 'action';

export interface PlanLineRecord {
  readonly type: 'line';
  readonly id: string;
  readonly line: PlanLineId;
  readonly kind: PlanLineKind;
  readonly parent?: PlanLineId;
  readonly number: string;
  readonly rank: string;
  readonly text: Text;
  readonly sources: readonly SourceRecord[];
}

export interface PlanSettings {
  readonly kind: 'plan';
}

export interface PrioritiesRecord {
  readonly type: 'priorities';
  readonly id: string;
  readonly vote: ActivityId;
  readonly priorities: readonly AdoptedPriority[];
}

export interface Problem {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
}

export interface RankedItem {
  readonly item: ClusterId;
  readonly rank: number;
  readonly dots: number;
  readonly voters: number;
  readonly spread: readonly number[];
  readonly byBand: readonly number[];
  readonly tiedWith: readonly ClusterId[];
  readonly decidedBy?: TieBreak;
  readonly selected?: boolean;
}

export type Rec =
  | WorkshopRecord
  | ActivityRecord
  | PersonRecord
  | MeRecord
  | CardRecord
  | ClusterRecord
  | PlacementRecord
  | VoteRecord
  | ElectorateRecord
  | ElectorRecord
  | ResultRecord
  | PrioritiesRecord
  | PlanLineRecord
  | OnlineRecord
  | HereRecord
  | BallotsRecord
  | StorageRecord;

export interface Rejection {
  readonly code: string;
  readonly args: Readonly<Record<string, string>>;
  readonly retry: boolean;
}

export interface RemoveActivity {
  readonly type: 'removeActivity';
  readonly activity: ActivityId;
}

export interface RemoveCluster {
  readonly type: 'removeCluster';
  readonly cluster: ClusterId;
}

export interface RemovePlanLine {
  readonly type: 'removePlanLine';
  readonly line: PlanLineId;
}

export interface RenameCluster {
  readonly type: 'renameCluster';
  readonly cluster: ClusterId;
  readonly name: NewText;
}

export interface RestoreCard {
  readonly type: 'restoreCard';
  readonly card: CardId;
}

export interface ResultRecord {
  readonly type: 'result';
  readonly id: string;
  readonly activity: ActivityId;
  readonly electors: number;
  readonly ballots: number;
  readonly blank: number;
  readonly dots: number;
  readonly tooFew: boolean;
  readonly bands: readonly CountedBand[];
  readonly rows: readonly RankedItem[];
  readonly line?: CutOff;
  readonly receipts: readonly string[];
  readonly adopted: boolean;
}

export interface ReturnToWorkshop {
  readonly type: 'returnToWorkshop';
}

export type Role = 'participant' | 'facilitator' | 'secretariat' | 'interpreter' | 'observer' | 'screen' | 'newcomer' | 'system';

export interface SetLanguage {
  readonly type: 'setLanguage';
  readonly language: string;
}

export interface SetVotingRight {
  readonly type: 'setVotingRight';
  readonly person: PersonId;
  readonly votes: boolean;
}

export interface ShowActivity {
  readonly type: 'showActivity';
  readonly activity: ActivityId;
}

export interface Snapshot {
  readonly build: string;
  readonly view: string;
  readonly seq: number;
  readonly records: readonly Rec[];
}

export interface SourceRecord {
  readonly kind: string;
  readonly activity: ActivityId;
  readonly ref?: string;
  readonly number: string;
  readonly count?: number;
  readonly dots?: number;
}

export interface StakeholderGroup {
  readonly id: GroupId;
  readonly name: Text;
  readonly votes: boolean;
}

export interface StorageRecord {
  readonly type: 'storage';
  readonly id: string;
  readonly trouble: StorageTrouble;
}

export type StorageTrouble = 'full' | 'busy' | 'slow';

export interface SwotSettings {
  readonly kind: 'swot';
}

export interface Text {
  readonly original: string;
  readonly version: number;
  readonly versions: Readonly<Record<string, Wording>>;
}

export type TieBreak = 'moreVoters' | 'earlierCreated';

export interface VoteItem {
  readonly id: ClusterId;
  readonly number: number;
  readonly name: Text;
}

export interface VoteRecord {
  readonly type: 'vote';
  readonly id: string;
  readonly activity: ActivityId;
  readonly open: boolean;
  readonly items: readonly VoteItem[];
  readonly rule: DotRule;
  readonly electors: number;
  readonly bands: readonly Band[];
}

export interface VoteSettings {
  readonly kind: 'vote';
  readonly clustering?: ActivityId;
  readonly rule: DotRule;
}

export interface WithdrawCard {
  readonly type: 'withdrawCard';
  readonly card: CardId;
}

export interface Wording {
  readonly text: string;
  readonly kind: WordingKind;
  readonly by?: PersonId;
  readonly ofVersion: number;
}

export type WordingKind = 'original' | 'machine' | 'draft' | 'checked' | 'authentic';

export interface WorkshopRecord {
  readonly type: 'workshop';
  readonly id: string;
  readonly title: Text;
  readonly languages: readonly string[];
  readonly timeZone: string;
  readonly groups: readonly StakeholderGroup[];
  readonly phase: Phase;
  readonly openedAt?: Instant;
  readonly closedAt?: Instant;
  readonly shown?: ActivityId;
}

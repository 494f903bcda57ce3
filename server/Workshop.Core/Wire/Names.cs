using Workshop.Core.Agenda;
using Workshop.Core.Cards;
using Workshop.Core.Clusters;
using Workshop.Core.People;
using Workshop.Core.Plan;
using Workshop.Core.Voting;

namespace Workshop.Core.Wire;

/// <summary>The JSON names of commands, events and records. A stored name is for ever: a new meaning is a new name.</summary>
public static class Names
{
    /// <summary>Every command and its <c>type</c>.</summary>
    public static ImmutableArray<(Type Type, string Name)> Commands { get; } =
    [
        (typeof(CreateWorkshop), "createWorkshop"),
        (typeof(DescribeWorkshop), "describeWorkshop"),
        (typeof(OpenSession), "openSession"),
        (typeof(CloseSession), "closeSession"),
        (typeof(AddActivity), "addActivity"),
        (typeof(ChangeActivity), "changeActivity"),
        (typeof(MoveActivity), "moveActivity"),
        (typeof(RemoveActivity), "removeActivity"),
        (typeof(ShowActivity), "showActivity"),
        (typeof(OpenActivity), "openActivity"),
        (typeof(CloseActivity), "closeActivity"),
        (typeof(JoinWorkshop), "joinWorkshop"),
        (typeof(LeaveWorkshop), "leaveWorkshop"),
        (typeof(ReturnToWorkshop), "returnToWorkshop"),
        (typeof(MarkLeft), "markLeft"),
        (typeof(SetVotingRight), "setVotingRight"),
        (typeof(SetLanguage), "setLanguage"),
        (typeof(AddCard), "addCard"),
        (typeof(EditCard), "editCard"),
        (typeof(WithdrawCard), "withdrawCard"),
        (typeof(MoveCard), "moveCard"),
        (typeof(HideCard), "hideCard"),
        (typeof(ParkCard), "parkCard"),
        (typeof(RestoreCard), "restoreCard"),
        (typeof(CreateCluster), "createCluster"),
        (typeof(RenameCluster), "renameCluster"),
        (typeof(MoveCluster), "moveCluster"),
        (typeof(RemoveCluster), "removeCluster"),
        (typeof(PlaceCards), "placeCards"),
        (typeof(OpenVoting), "openVoting"),
        (typeof(CastBallot), "castBallot"),
        (typeof(CloseVoting), "closeVoting"),
        (typeof(AdoptPriorities), "adoptPriorities"),
        (typeof(DraftObjective), "draftObjective"),
        (typeof(AddObjective), "addObjective"),
        (typeof(AddAction), "addAction"),
        (typeof(EditPlanLine), "editPlanLine"),
        (typeof(MovePlanLine), "movePlanLine"),
        (typeof(RemovePlanLine), "removePlanLine"),
    ];

    /// <summary>Every event and its <c>type</c>.</summary>
    public static ImmutableArray<(Type Type, string Name)> Events { get; } =
    [
        (typeof(WorkshopCreated), "workshopCreated"),
        (typeof(WorkshopDescribed), "workshopDescribed"),
        (typeof(SessionOpened), "sessionOpened"),
        (typeof(SessionClosed), "sessionClosed"),
        (typeof(ActivityAdded), "activityAdded"),
        (typeof(ActivityChanged), "activityChanged"),
        (typeof(ActivityMoved), "activityMoved"),
        (typeof(ActivityRemoved), "activityRemoved"),
        (typeof(ActivityShown), "activityShown"),
        (typeof(ActivityOpened), "activityOpened"),
        (typeof(ActivityClosed), "activityClosed"),
        (typeof(PersonJoined), "personJoined"),
        (typeof(PersonLeft), "personLeft"),
        (typeof(PersonReturned), "personReturned"),
        (typeof(VotingRightSet), "votingRightSet"),
        (typeof(LanguageSet), "languageSet"),
        (typeof(CardAdded), "cardAdded"),
        (typeof(CardEdited), "cardEdited"),
        (typeof(CardWithdrawn), "cardWithdrawn"),
        (typeof(CardMoved), "cardMoved"),
        (typeof(CardHidden), "cardHidden"),
        (typeof(CardParked), "cardParked"),
        (typeof(CardRestored), "cardRestored"),
        (typeof(ClusterCreated), "clusterCreated"),
        (typeof(ClusterRenamed), "clusterRenamed"),
        (typeof(ClusterMoved), "clusterMoved"),
        (typeof(ClusterRemoved), "clusterRemoved"),
        (typeof(CardsPlaced), "cardsPlaced"),
        (typeof(VotingOpened), "votingOpened"),
        (typeof(VotingClosed), "votingClosed"),
        (typeof(PrioritiesAdopted), "prioritiesAdopted"),
        (typeof(PlanLineAdded), "planLineAdded"),
        (typeof(PlanLineEdited), "planLineEdited"),
        (typeof(PlanLineMoved), "planLineMoved"),
        (typeof(PlanLineRemoved), "planLineRemoved"),
    ];

    /// <summary>Every record and its <c>type</c>.</summary>
    public static ImmutableArray<(Type Type, string Name)> Records { get; } =
    [
        (typeof(WorkshopRecord), "workshop"),
        (typeof(ActivityRecord), "activity"),
        (typeof(PersonRecord), "person"),
        (typeof(MeRecord), "me"),
        (typeof(CardRecord), "card"),
        (typeof(ClusterRecord), "cluster"),
        (typeof(PlacementRecord), "placement"),
        (typeof(VoteRecord), "vote"),
        (typeof(ElectorateRecord), "electorate"),
        (typeof(ElectorRecord), "elector"),
        (typeof(ResultRecord), "result"),
        (typeof(PrioritiesRecord), "priorities"),
        (typeof(PlanLineRecord), "line"),
        (typeof(OnlineRecord), "online"),
        (typeof(HereRecord), "here"),
        (typeof(BallotsRecord), "ballots"),
        (typeof(StorageRecord), "storage"),
    ];
}
